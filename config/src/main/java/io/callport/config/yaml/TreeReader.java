package io.callport.config.yaml;

import io.callport.config.yaml.YamlValue.Kind;
import io.callport.config.yaml.YamlValue.Mapping;
import io.callport.config.yaml.YamlValue.Scalar;
import io.callport.config.yaml.YamlValue.Sequence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Turns a parser's nodes into values and remembers where each stands. Values stay as they are written, so that no
 * number loses a zero. The parser lets duplicate keys, anchors and aliases through; this reader refuses them, so that
 * no file can grow.
 */
final class TreeReader {
    /**
     * Numbers of YAML 1.2 that YAML 1.1 reads as text, as in {@code 08} and {@code 0o17}: files may have them as text.
     */
    private static final Pattern TEXT_BEFORE = Pattern.compile("0o.*|[-+]?0[0-9]*[89][0-9]*");

    private static final Scalar BROKEN = new Scalar("", Kind.BROKEN);

    private final Placeholders placeholders;
    private final Problems problems;
    private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    TreeReader(Placeholders placeholders, Problems problems) {
        this.placeholders = placeholders;
        this.problems = problems;
    }

    /** Reads the value of a key; the empty key is the whole file. */
    YamlValue read(String key, Node node) {
        boolean alias = !seen.add(node); // an alias is the very node that its anchor is
        boolean anchor = node.getAnchor().isPresent() && !(node instanceof ScalarNode);
        if (alias || anchor) {
            problems.add(key, "YAML anchors and aliases are not read here; write the value itself");
        }
        if (alias) {
            return BROKEN;
        }
        if (node instanceof MappingNode mapping) {
            return mapping(key, mapping);
        }
        return node instanceof SequenceNode sequence ? sequence(key, sequence) : scalar(key, (ScalarNode) node);
    }

    private Mapping mapping(String key, MappingNode node) {
        Map<String, YamlValue> entries = new LinkedHashMap<>();
        for (NodeTuple entry : node.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode name)) {
                problems.add(
                        key,
                        "has a key that is not a single value; write it as text",
                        entry.getKeyNode().getStartMark());
                continue;
            }
            String path = KeyNames.join(key, name.getValue());
            problems.place(path, name.getStartMark());
            if (!seen.add(name)) {
                problems.add(path, "YAML anchors and aliases are not read here; write the key itself");
            }
            if (entries.put(name.getValue(), read(path, entry.getValueNode())) != null) {
                problems.add(path, "is there twice; keep one");
            }
        }
        return new Mapping(entries);
    }

    private Sequence sequence(String key, SequenceNode node) {
        List<YamlValue> items = new ArrayList<>();
        for (Node item : node.getValue()) {
            String path = key + "[" + items.size() + "]";
            if (!seen.contains(item)) { // an alias only knows where its anchor is: its list's place is nearer
                problems.place(path, item.getStartMark());
            }
            items.add(read(path, item));
        }
        return new Sequence(items);
    }

    private Scalar scalar(String key, ScalarNode node) {
        String text = node.getValue();
        Tag tag = node.getTag();
        if (tag.equals(Tag.BINARY)) {
            problems.add(key, "has a YAML tag that is not read here; write plain text");
            return BROKEN;
        }
        if (tag.equals(Tag.NULL)) {
            return new Scalar("", Kind.NOTHING);
        }
        if (tag.equals(Tag.BOOL)) {
            return new Scalar(text, Kind.FLAG);
        }
        boolean number = tag.equals(Tag.INT) || tag.equals(Tag.FLOAT);
        return number && !TEXT_BEFORE.matcher(text).matches() ? new Scalar(text, Kind.NUMBER) : filled(key, text);
    }

    private Scalar filled(String key, String text) {
        if (!Placeholders.in(text)) {
            return new Scalar(text, text.isEmpty() ? Kind.NOTHING : Kind.TEXT);
        }
        try {
            return new Scalar(placeholders.fill(text), Kind.TEXT, false, Placeholders.fileOf(text));
        } catch (IllegalArgumentException e) {
            problems.add(key, String.valueOf(e.getMessage()));
            return BROKEN;
        }
    }
}
