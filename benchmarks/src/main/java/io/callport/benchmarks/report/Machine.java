package io.callport.benchmarks.report;

import io.callport.app.service.Service;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.kafka.common.utils.AppInfoParser;

/**
 * The machine on which the figures were measured.
 *
 * @param cpu the processor's name, or at least its architecture
 * @param cores how many this JVM may use
 * @param memoryGib the machine's memory; 0 if it is not known
 * @param jdk the Java runtime
 * @param heapMib the most that this JVM's heap may have
 * @param os the operating system
 * @param callport the version of what is measured, as its jar says; {@code unknown} without a jar
 * @param kafka the version of Kafka's clients, which is the broker's, too
 * @param loadBefore the load average of the last minute, before anything was measured; negative if it is not known
 */
public record Machine(
        String cpu,
        int cores,
        long memoryGib,
        String jdk,
        long heapMib,
        String os,
        String callport,
        String kafka,
        double loadBefore) {
    public static Machine here() {
        return new Machine(
                firstValue("/proc/cpuinfo", "model name", System.getProperty("os.arch", "unknown")),
                Runtime.getRuntime().availableProcessors(),
                gibibytes(),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
                Runtime.getRuntime().maxMemory() / (1024 * 1024),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                Objects.requireNonNullElse(Service.class.getPackage().getImplementationVersion(), "unknown"),
                AppInfoParser.getVersion(),
                load());
    }

    /** The load average of the last minute; negative if it is not known. */
    public static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    /** Describes the machine in one line. */
    public String line() {
        return cpu + ", " + cores + " cores, " + memoryGib + " GiB; " + jdk + ", heap of " + heapMib + " MiB; " + os
                + "; callport " + callport + ", Kafka " + kafka + "; load before " + Numbers.text(loadBefore);
    }

    private static long gibibytes() {
        String kib = firstValue("/proc/meminfo", "MemTotal", "0").replaceAll("\\D", "");
        return Math.round(Long.parseLong(kib) / (1024.0 * 1024.0));
    }

    /** Reads the value of a name in a file of Linux; the alternative elsewhere. */
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
