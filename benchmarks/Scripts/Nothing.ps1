# What every process pays that runs a script.
