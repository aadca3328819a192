package io.callport.system.crash;

import io.callport.system.crash.plan.FaultMix;
import io.callport.system.crash.plan.Plan;
import io.callport.system.crash.plan.Scale;
import java.time.Duration;
import java.util.List;

/**
 * The options of the command line: {@code -Dcrash.seed=}, {@code .duration=}, {@code .instances=}, {@code .protocol=},
 * {@code .pace=} (docs/testing.md).
 */
final class RunOptions {
    private static final List<String> PROTOCOLS = List.of("classic", "consumer");
    private static final long SEED = Long.getLong("crash.seed", System.nanoTime() % 1_000_000);

    private RunOptions() {}

    /** The group protocols of the runs, one after the other: both protocols, unless the command line names one. */
    static List<String> protocols() {
        String protocol = System.getProperty("crash.protocol", "both");
        if (protocol.equals("both")) {
            return PROTOCOLS;
        }
        if (!PROTOCOLS.contains(protocol)) {
            throw new IllegalArgumentException("crash.protocol: must be classic, consumer or both");
        }
        return List.of(protocol);
    }

    /** A single group protocol: chosen by the seed in turns, unless the command line names one. */
    static String protocol() {
        List<String> protocols = protocols();
        return protocols.get((int) Math.floorMod(SEED, (long) protocols.size()));
    }

    /** Makes a plan of that length and size, unless the command line sets other values. */
    static Plan plan(String protocol, Duration duration, Scale scale, FaultMix faultMix) {
        return new Plan(
                SEED,
                Duration.parse(System.getProperty("crash.duration", duration.toString())),
                protocol,
                scale.instances(Integer.getInteger("crash.instances", scale.instances())),
                faultMix.pace(Duration.parse(
                        System.getProperty("crash.pace", faultMix.pace().toString()))));
    }
}
