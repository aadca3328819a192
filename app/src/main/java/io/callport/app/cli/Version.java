package io.callport.app.cli;

import picocli.CommandLine.IVersionProvider;

/** The version as the jar's manifest has it; classes that are run without a jar have none. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"callport " + (version == null ? "(not built into a jar)" : version)};
    }
}
