package io.callport.archunit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.InvalidModuleDescriptorException;
import java.lang.module.ModuleDescriptor;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Reads the unqualified exports of a module-info on the class path, where the JVM itself ignores it. */
final class ModuleExports {
    private ModuleExports() {}

    static Packages of(String module) {
        List<String> exported = descriptors().stream()
                .filter(descriptor -> descriptor.name().equals(module))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no module-info of '" + module
                        + "' is on the class path: correct the name, or list the packages with exports(...)"))
                .exports()
                .stream()
                .filter(export -> !export.isQualified())
                .map(ModuleDescriptor.Exports::source)
                .sorted()
                .toList();
        if (exported.isEmpty()) {
            throw new IllegalArgumentException("the module-info of '" + module + "' exports nothing to all");
        }
        return Packages.of(exported);
    }

    private static List<ModuleDescriptor> descriptors() {
        try {
            return Collections.list(TypeList.loader().getResources("module-info.class")).stream()
                    .flatMap(url -> read(url).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the class path cannot be searched for module-info.class", e);
        }
    }

    /**
     * Reads a descriptor. A descriptor that this JVM cannot read is of a newer release, so it does not belong to the
     * code under test.
     */
    private static Optional<ModuleDescriptor> read(URL url) {
        try (InputStream bytes = url.openStream()) {
            return Optional.of(ModuleDescriptor.read(bytes));
        } catch (InvalidModuleDescriptorException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + url, e);
        }
    }
}
