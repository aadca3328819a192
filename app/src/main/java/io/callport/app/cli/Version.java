package io.callport.app.cli;

import picocli.CommandLine.IVersionProvider;

/** The version from the jar's manifest; classes that run without a jar have no version. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"callport " + (version == null ? "(not built into a jar)" : version)};
    }
}
