package io.callport.system.crash.variant;

import io.callport.system.crash.plan.FaultMix;
import io.callport.system.crash.process.JavaLauncher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;

/**
 * The service with a deliberate mistake.
 *
 * @param name the name of the mistake
 * @param evidence part of a line of evidence that a check must give
 * @param faultMix the faults that reveal the mistake
 * @param edits the changes that make the mistake
 */
public record BrokenVariant(String name, String evidence, FaultMix faultMix, List<SourceEdit> edits) {
    private static final Path SOURCES =
            Path.of("..", "..", "adapter-kafka", "src", "main", "java", "io", "callport", "kafka");

    /**
     * Compiles the changed classes into a folder, against the unchanged rest.
     *
     * @return the launcher of the service with the changed classes
     * @throws IllegalStateException if a text to replace does not occur exactly once, or the result does not compile
     */
    public JavaLauncher compile(Path folder) {
        Map<String, String> changed = new LinkedHashMap<>();
        for (SourceEdit edit : edits) {
            String text = changed.containsKey(edit.file()) ? changed.get(edit.file()) : source(edit.file());
            changed.put(edit.file(), edited(text, edit));
        }
        List<String> arguments = new ArrayList<>(List.of(
                "-nowarn", "-proc:none", "--release", "17", "-cp", System.getProperty("java.class.path"), "-d"));
        arguments.add(folder.resolve("classes").toString());
        changed.forEach((file, text) -> arguments.add(write(folder, file, text).toString()));
        ToolProvider javac = ToolProvider.findFirst("javac").orElseThrow();
        if (javac.run(System.out, System.out, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalStateException(name + ": does not compile");
        }
        return new JavaLauncher(List.of(folder.resolve("classes")));
    }

    private String edited(String text, SourceEdit edit) {
        int times = text.split(Pattern.quote(edit.find()), -1).length - 1;
        if (times != 1) {
            throw new IllegalStateException("%s: %s has the text to replace %d times, not once: %s"
                    .formatted(name, edit.file(), times, edit.find()));
        }
        return text.replace(edit.find(), edit.replace());
    }

    private static String source(String file) {
        try {
            return Files.readString(SOURCES.resolve(file + ".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path write(Path folder, String file, String text) {
        try {
            Path source = folder.resolve("source").resolve(file + ".java");
            Files.createDirectories(source.getParent());
            return Files.writeString(source, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
