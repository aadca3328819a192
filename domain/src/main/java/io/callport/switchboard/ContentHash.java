package io.callport.switchboard;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Hashes the content of a value with a seed: the characters of its texts, the components of its records, the elements
 * of its lists. The values' own {@code hashCode} is no help here, because who chooses the texts chooses that too. Equal
 * values have equal hashes.
 *
 * @param k0 one half of the key
 * @param k1 the other half
 */
record ContentHash(long k0, long k1) {
    private static final long GOLDEN_RATIO = 0x9e3779b97f4a7c15L;

    /**
     * The accessors of a record's components; none for other classes, and for records that are closed to this module.
     */
    private static final ClassValue<List<Method>> ACCESSORS = new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
            return accessors(type);
        }
    };

    ContentHash(long seed) {
        this(seed, Long.rotateLeft(seed * GOLDEN_RATIO, 32) + GOLDEN_RATIO);
    }

    /** The hash of a value; throws what the value's own methods throw. */
    long of(Object value) {
        SipHash hash = new SipHash(k0, k1);
        add(hash, value);
        return hash.value();
    }

    private void add(SipHash hash, @Nullable Object value) {
        if (value == null) {
            hash.add(0);
        } else if (value instanceof String text) {
            hash.add(text);
        } else if (value instanceof Enum<?> constant) {
            hash.add(constant.name());
        } else if (value instanceof TemporalAccessor time) {
            hash.add(time.toString()); // its hashCode is a sum, which is easy to meet
        } else if (value instanceof Number number) {
            hash.add(number.toString()); // the hashCode of a long is its two halves, one over the other
        } else if (value instanceof Collection<?> elements) {
            addAll(hash, elements);
        } else if (value instanceof Map<?, ?> map) {
            addAll(hash, map.entrySet());
        } else if (value instanceof Map.Entry<?, ?> entry) {
            add(hash, entry.getKey());
            add(hash, entry.getValue());
        } else {
            addComponents(hash, value);
        }
    }

    private void addAll(SipHash hash, Collection<?> elements) {
        hash.add(elements.size());
        if (elements instanceof Set<?>) {
            hash.add(elements.stream().mapToLong(it -> of(it == null ? "" : it)).sum()); // a set has no order
        } else {
            elements.forEach(element -> add(hash, element));
        }
    }

    private void addComponents(SipHash hash, Object value) {
        List<Method> accessors = ACCESSORS.get(value.getClass());
        if (accessors.isEmpty()) {
            hash.add(value.hashCode());
            return;
        }
        hash.add(accessors.size());
        for (Method accessor : accessors) {
            add(hash, invoke(accessor, value));
        }
    }

    private static List<Method> accessors(Class<?> type) {
        List<Method> accessors = new ArrayList<>();
        RecordComponent[] components = type.isRecord() ? type.getRecordComponents() : new RecordComponent[0];
        for (RecordComponent component : components) {
            Method accessor = component.getAccessor();
            if (!accessor.trySetAccessible()) {
                return List.of();
            }
            accessors.add(accessor);
        }
        return accessors;
    }

    private static @Nullable Object invoke(Method accessor, Object record) {
        try {
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A component cannot be read", e);
        }
    }
}
