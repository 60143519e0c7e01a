package store

// KeyOf makes a key, which nothing outside can do yet.
func KeyOf(secret []byte) Key { return Key{secret} }
