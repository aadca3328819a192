package io.callport.config.schema;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The keys that may stand beside each other.
 *
 * @param entries the keys, in the order in which they are documented
 * @param removed the names of keys that an earlier release had, each with what to do instead, as in "went to b; …"
 */
public record Schema(List<SchemaEntry> entries, Map<String, String> removed) {
    public Schema {
        entries = List.copyOf(entries);
        removed = Map.copyOf(removed);
    }

    /** A schema of which no key was ever removed. */
    public Schema(List<SchemaEntry> entries) {
        this(entries, Map.of());
    }

    /** A schema of these entries. */
    public static Schema of(SchemaEntry... entries) {
        return new Schema(List.of(entries));
    }

    /** The declared names, in alphabetical order. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        entries.stream().filter(entry -> !(entry instanceof WildcardKey)).forEach(entry -> names.add(entry.name()));
        return names;
    }

    /** Whether any other name may stand there too. */
    public boolean isOpen() {
        return entries.stream().anyMatch(WildcardKey.class::isInstance);
    }

    /**
     * Every read of an entry checks this first, so that nothing is read that is not declared, and so documented.
     *
     * @throws IllegalArgumentException if the entry is not declared
     */
    public void requireDeclared(SchemaEntry entry) {
        boolean any = isOpen() && entry instanceof Key && !names().contains(entry.name());
        if (!any && !entries.contains(entry)) {
            throw new IllegalArgumentException(entry.name() + " is read here but not declared");
        }
    }
}
