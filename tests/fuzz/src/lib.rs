//! Fuzz targets are in `tests/`.
