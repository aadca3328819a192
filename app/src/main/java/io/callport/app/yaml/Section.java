package io.callport.app.yaml;

import io.callport.app.yaml.Node.Kind;
import io.callport.app.yaml.Node.Mapping;
import io.callport.app.yaml.Node.Scalar;
import io.callport.app.yaml.Node.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keys with values, read one by one. A value that is not as it should be is noted as a problem, and reading goes on as if
 * it were not there. Not thread-safe.
 */
public final class Section {
    private final Source source;
    private final Problems problems;
    private final Set<String> asked = new TreeSet<>();

    record Source(String path, Mapping mapping) {}

    Section(Source source, Problems problems) {
        this.source = source;
        this.problems = problems;
    }

    /** The path of a key, as problems show it. */
    public String path(String key) {
        return Keys.join(source.path, key);
    }

    /** Notes a problem with a key. */
    public void problem(String key, String text) {
        problems.add(path(key), text);
    }

    /** Whether no problem was noted at these keys. */
    public boolean sound(String... keys) {
        return Set.of(keys).stream().noneMatch(key -> problems.at(path(key)));
    }

    /** The keys that are there, in the file's order. */
    public List<String> keys() {
        return List.copyOf(source.mapping.entries().keySet());
    }

    /** Whether a key is there. */
    public boolean has(String key) {
        return source.mapping.entries().containsKey(key);
    }

    /** A value, or the default if it is not there. */
    public <T> T get(String key, Form<T> form, T byDefault) {
        T value = optional(key, form);
        return value == null ? byDefault : value;
    }

    /** A value, or {@code null} if it is not there or wrong; not being there is a problem with that remedy. */
    public <T> @Nullable T required(String key, Form<T> form, String remedy) {
        if (!has(key)) {
            asked.add(key);
            if (!problems.exactlyAt(source.path)) {
                problem(key, "is missing; " + remedy);
            }
            return null;
        }
        return optional(key, form);
    }

    /** A value, or {@code null} if it is not there or wrong. */
    public <T> @Nullable T optional(String key, Form<T> form) {
        Node node = node(key);
        return node == null ? null : new Reader<>(form, problems).read(path(key), node);
    }

    /** A value that YAML must not have read as something other than text: it could have lost a zero. */
    public <T> @Nullable T text(String key, Form<T> form, String remedy) {
        if (node(key) instanceof Scalar scalar && (scalar.kind() == Kind.NUMBER || scalar.kind() == Kind.FLAG)) {
            problem(
                    key,
                    "YAML does not read this as text but as a "
                            + scalar.kind().name().toLowerCase(Locale.ROOT) + "; quote it");
            return null;
        }
        return required(key, form, remedy);
    }

    /** The values of a list; none if it is not there. */
    public <T> List<T> list(String key, Form<T> form) {
        Reader<T> reader = new Reader<>(form, problems);
        List<T> values = new ArrayList<>();
        List<Node> items = items(key);
        for (int i = 0; i < items.size(); i++) {
            T value = reader.read(path(key) + "[" + i + "]", items.get(i));
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    /** The sections of a list; none if it is not there. */
    public List<Section> sections(String key) {
        List<Section> sections = new ArrayList<>();
        List<Node> items = items(key);
        for (int i = 0; i < items.size(); i++) {
            String path = path(key) + "[" + i + "]";
            if (items.get(i) instanceof Mapping mapping) {
                sections.add(new Section(new Source(path, mapping), problems));
            } else {
                problems.add(
                        path, "must be keys with values, but is " + items.get(i).shape());
            }
        }
        return sections;
    }

    /** A section; one without keys if it is not there. */
    public Section section(String key) {
        Node node = node(key);
        return section(path(key), node == null ? new Mapping(Map.of()) : node);
    }

    /** Whether a key holds keys of its own. */
    public boolean isSection(String key) {
        return source.mapping.entries().get(key) instanceof Mapping;
    }

    /** Whether a key holds a list. */
    public boolean isList(String key) {
        return source.mapping.entries().get(key) instanceof Sequence;
    }

    /** Whether a key is there without a value. */
    public boolean isEmpty(String key) {
        return source.mapping.entries().get(key) instanceof Scalar scalar && scalar.kind() == Kind.NOTHING;
    }

    /** Notes every key that was not asked for. */
    public void rejectOthers() {
        for (String key : keys()) {
            if (!asked.contains(key)) {
                String meant = Keys.meant(key, asked)
                        .map(it -> "did you mean " + it + "?")
                        .orElse(known());
                problem(key, "is not a key here; " + meant);
            }
        }
    }

    private String known() {
        return asked.stream().collect(Collectors.joining(", ", "there are ", ""));
    }

    private @Nullable Node node(String key) {
        asked.add(key);
        return source.mapping.entries().get(key);
    }

    private List<Node> items(String key) {
        Node node = node(key);
        if (node == null || isNothing(node)) {
            return List.of();
        }
        if (node instanceof Sequence sequence) {
            return sequence.items();
        }
        problem(key, "must be a list, but is " + node.shape());
        return List.of();
    }

    private Section section(String path, Node node) {
        if (node instanceof Mapping mapping) {
            return new Section(new Source(path, mapping), problems);
        }
        if (!isNothing(node)) {
            problems.add(path, "must be keys with values, but is " + node.shape());
        }
        return new Section(new Source(path, new Mapping(Map.of())), problems);
    }

    private static boolean isNothing(Node node) {
        return node instanceof Scalar scalar && (scalar.kind() == Kind.NOTHING || scalar.kind() == Kind.BROKEN);
    }
}
