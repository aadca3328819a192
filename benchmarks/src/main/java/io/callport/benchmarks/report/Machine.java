package io.callport.benchmarks.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the figures were measured on.
 *
 * @param cpu the processor's name, or at least its architecture
 * @param cores how many this JVM may use
 * @param memoryGib the machine's memory; 0 if it is not known
 * @param jdk the Java runtime
 * @param os the operating system
 * @param loadBefore the load average of the last minute, before anything was measured; negative if it is not known
 */
public record Machine(String cpu, int cores, long memoryGib, String jdk, String os, double loadBefore) {
    /** This one, now. */
    public static Machine here() {
        return new Machine(
                firstValue("/proc/cpuinfo", "model name", System.getProperty("os.arch", "unknown")),
                Runtime.getRuntime().availableProcessors(),
                gibibytes(),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    /** One line. */
    public String line() {
        return cpu + ", " + cores + " cores, " + memoryGib + " GiB; " + jdk + "; " + os + "; load before "
                + Numbers.text(loadBefore);
    }

    private static long gibibytes() {
        String kib = firstValue("/proc/meminfo", "MemTotal", "0").replaceAll("\\D", "");
        return Math.round(Long.parseLong(kib) / (1024.0 * 1024.0));
    }

    /** What stands behind that name and a colon in a file of Linux; the alternative elsewhere. */
    private static String firstValue(String file, String name, String otherwise) {
        try {
            return Files.readAllLines(Path.of(file)).stream()
                    .filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(otherwise);
        } catch (IOException e) {
            return otherwise;
        }
    }
}
