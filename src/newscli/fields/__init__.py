"""One field, one module, one public function."""
