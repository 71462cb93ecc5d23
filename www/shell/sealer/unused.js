// In place of what the library has for keys that the page does not take: of the NIST curve and after quantum computers.
// Half of its code is for them. seal.js refuses such keys before the library sees them.
export const MLKEM768P256 = undefined;
export const MLKEM768X25519 = undefined;
export const p256 = undefined;
