package io.callport.system.crash.process;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Starts the JVMs of a run: with the Java runtime and the class path of this JVM, small and quick to start.
 *
 * @param inFront the folders whose classes take precedence over the class path
 */
public record JavaLauncher(List<Path> inFront) {
    private static final int WARNS_OF_UNSAFE = 24;

    /** Makes a launcher with the classes unchanged. */
    public static JavaLauncher asItIs() {
        return new JavaLauncher(List.of());
    }

    List<String> command(String main, String heap, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
        if (Runtime.version().feature() >= WARNS_OF_UNSAFE) {
            command.addAll(List.of("--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED"));
        }
        command.addAll(List.of("-cp", classPath(), main));
        command.addAll(arguments);
        return command;
    }

    private String classPath() {
        return Stream.concat(inFront.stream().map(Path::toString), Stream.of(System.getProperty("java.class.path")))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
