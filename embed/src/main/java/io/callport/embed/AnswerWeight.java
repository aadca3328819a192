package io.callport.embed;

import io.callport.query.Outcome;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Estimates the bytes that an answer takes in memory: its records, texts, lists and maps, counted as a 64-bit JVM with
 * compressed pointers lays them out, and rather more.
 */
final class AnswerWeight {
    private static final int OBJECT = 24;
    private static final int TEXT = 56;
    private static final int ENTRY = 48;

    private static final ClassValue<RecordComponent[]> COMPONENTS = new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
            return type.getRecordComponents();
        }
    };

    private AnswerWeight() {}

    /** The estimated bytes of an outcome. */
    static long of(Outcome outcome) {
        return outcome.fold(AnswerWeight::weight, failure -> (long) OBJECT);
    }

    private static long weight(@Nullable Object value) {
        if (value == null) {
            return 0;
        }
        if (value instanceof String text) {
            return TEXT + 2L * text.length();
        }
        if (value instanceof Collection<?> values) {
            return values.stream().mapToLong(it -> 8 + weight(it)).sum() + 2 * OBJECT;
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                            .mapToLong(it -> ENTRY + weight(it.getKey()) + weight(it.getValue()))
                            .sum()
                    + 2 * OBJECT;
        }
        return value instanceof Record record ? ofRecord(record) : OBJECT;
    }

    private static long ofRecord(Record record) {
        long weight = OBJECT;
        for (RecordComponent component : COMPONENTS.get(record.getClass())) {
            try {
                weight += 8 + weight(component.getAccessor().invoke(record));
            } catch (ReflectiveOperationException e) {
                weight += OBJECT; // a record that is not public: rare, and small
            }
        }
        return weight;
    }
}
