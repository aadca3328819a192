package io.callport.kafka.origin;

import io.callport.kafka.changelog.OriginKey;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The keys of the state topics as far as they are known, by command topic. Thread-safe: one thread sets, any thread
 * gets.
 */
public final class OriginKeys {
    private volatile Map<String, OriginKey> known = Map.of();

    /** The key of the state topic beside a command topic; {@code null} while it is not known. */
    public @Nullable OriginKey keyOf(String commands) {
        return known.get(commands);
    }

    /** Replaces all keys that are known. */
    public void set(Map<String, OriginKey> keys) {
        known = Map.copyOf(keys);
    }
}
