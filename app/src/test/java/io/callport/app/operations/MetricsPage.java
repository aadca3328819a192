package io.callport.app.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of Prometheus's text format.
 *
 * @param text itself
 * @param types each metric's type, by its name
 * @param samples all values
 */
record MetricsPage(String text, Map<String, String> types, List<Sample> samples) {
    private static final Pattern TYPE = Pattern.compile("# TYPE (\\S+) (\\S+)");
    private static final Pattern SAMPLE = Pattern.compile("([a-z0-9_]+)(?:\\{(.*)})? (\\S+)");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** One value of one series. */
    record Sample(String name, Map<String, String> labels, double value) {
        /** The series as Prometheus writes it. */
        String series() {
            StringBuilder series = new StringBuilder(name).append('{');
            labels.forEach((label, value) ->
                    series.append(label).append("=\"").append(value).append("\","));
            return series.append('}').toString().replace(",}", "}");
        }
    }

    static MetricsPage of(String text) {
        Map<String, String> types = new TreeMap<>();
        List<Sample> samples = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            Matcher type = TYPE.matcher(line);
            if (type.matches()) {
                types.put(type.group(1), type.group(2));
            } else if (!line.startsWith("#") && !line.isBlank()) {
                samples.add(sample(line));
            }
        }
        return new MetricsPage(text, types, samples);
    }

    /** The sum of a metric's series that have these labels, as names and values in turn; 0 if there is none. */
    double sum(String name, String... labels) {
        return samples.stream()
                .filter(sample -> sample.name.equals(name))
                .filter(sample -> {
                    for (int i = 0; i < labels.length; i += 2) {
                        if (!labels[i + 1].equals(sample.labels.get(labels[i]))) {
                            return false;
                        }
                    }
                    return true;
                })
                .mapToDouble(Sample::value)
                .sum();
    }

    private static Sample sample(String line) {
        Matcher sample = SAMPLE.matcher(line);
        assertThat(sample.matches()).as(line).isTrue();
        Map<String, String> labels = new LinkedHashMap<>();
        if (sample.group(2) != null) {
            Matcher label = LABEL.matcher(sample.group(2));
            while (label.find()) {
                labels.put(label.group(1), label.group(2));
            }
        }
        String value = sample.group(3);
        return new Sample(
                sample.group(1), labels, value.endsWith("Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(value));
    }
}
