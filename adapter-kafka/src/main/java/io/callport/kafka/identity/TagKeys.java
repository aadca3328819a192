package io.callport.kafka.identity;

import io.callport.kafka.changelog.TagKey;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The keys of the state topics as far as they are known, by command topic. Thread-safe: one thread sets, any thread
 * gets.
 */
public final class TagKeys {
    private volatile Map<String, TagKey> known = Map.of();

    /** The key of the state topic beside a command topic; {@code null} while it is not known. */
    public @Nullable TagKey of(String commands) {
        return known.get(commands);
    }

    /** Replaces all keys that are known. */
    public void set(Map<String, TagKey> keys) {
        known = Map.copyOf(keys);
    }
}
