// What browsers of our floor lack and the library uses.
export const hasOwn = (object, name) => Object.prototype.hasOwnProperty.call(object, name);
