"""The screens of the console; each lays out painted rows and binds keys, the work is done without a terminal."""
