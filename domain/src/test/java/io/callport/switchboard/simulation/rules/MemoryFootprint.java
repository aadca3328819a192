package io.callport.switchboard.simulation.rules;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/** The number of entries in all collections that can be reached from an object through Callport's classes. */
final class MemoryFootprint {
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private int entries;

    private MemoryFootprint() {}

    static int of(Object root) {
        MemoryFootprint footprint = new MemoryFootprint();
        footprint.visit(root);
        return footprint.entries;
    }

    private void visit(Object object) {
        if (object == null || !seen.add(object)) {
            return;
        }
        if (object instanceof Map<?, ?> map) {
            entries += map.size();
            map.keySet().forEach(this::visit);
            map.values().forEach(this::visit);
        } else if (object instanceof Collection<?> collection) {
            entries += collection.size();
            collection.forEach(this::visit);
        } else if (object.getClass().getPackageName().equals("io.callport.switchboard")
                && !object.getClass().isEnum()) {
            visitFields(object);
        }
    }

    private void visitFields(Object object) {
        for (Field field : object.getClass().getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                visit(read(field, object));
            }
        }
    }

    private static Object read(Field field, Object object) {
        try {
            field.setAccessible(true);
            return field.get(object);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(field.toString(), e);
        }
    }
}
