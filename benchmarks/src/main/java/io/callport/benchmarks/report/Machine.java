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
 * @param cores the number of cores that this JVM may use
 * @param memoryGib the machine's memory; 0 if the size is not known
 * @param jdk the Java runtime
 * @param heapMib the limit of this JVM's heap
 * @param os the operating system
 * @param callport the version of the measured service, as its jar says; {@code unknown} without a jar
 * @param kafka the version of Kafka's clients and of the broker
 * @param loadBefore the load average of the last minute, before anything was measured; negative if the load is not
 *     known
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

    /** The load average of the last minute; negative if the load is not known. */
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

    /** Reads the value of a name in a file of Linux; returns the alternative on other systems. */
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
