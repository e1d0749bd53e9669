import ArgumentParser

JailscopeCommand.main()
