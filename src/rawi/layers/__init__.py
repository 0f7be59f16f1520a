"""The layers: each module has one public function and declares what it needs and what it adds."""
