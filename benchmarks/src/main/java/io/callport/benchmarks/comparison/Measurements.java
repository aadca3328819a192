package io.callport.benchmarks.comparison;

import io.callport.benchmarks.report.Figure;
import io.callport.benchmarks.report.Metric;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The figures of all contenders, round by round. */
public final class Measurements {
    private final Map<String, Map<Metric, List<Double>>> values = new LinkedHashMap<>();

    Measurements() {}

    void add(String contender, Map<Metric, Double> turn) {
        Map<Metric, List<Double>> all = values.computeIfAbsent(contender, name -> new LinkedHashMap<>());
        turn.forEach((metric, value) ->
                all.computeIfAbsent(metric, name -> new ArrayList<>()).add(value));
    }

    Measurements inOrderOf(List<String> contenders) {
        Measurements ordered = new Measurements();
        contenders.forEach(name -> ordered.values.put(name, values.getOrDefault(name, Map.of())));
        return ordered;
    }

    /** All figures of all contenders. */
    public List<Figure> figures() {
        return figures("");
    }

    /** All figures, with a prefix before each contender's name. */
    public List<Figure> figures(String prefix) {
        List<Figure> figures = new ArrayList<>();
        values.forEach((name, metrics) ->
                metrics.forEach((metric, all) -> figures.add(new Figure(prefix + name, metric, all))));
        return figures;
    }

    /** The values of a contender, round by round. */
    public List<Double> values(String contender, Metric metric) {
        List<Double> found = values.getOrDefault(contender, Map.of()).get(metric);
        if (found == null) {
            throw new IllegalArgumentException(contender + " has no " + metric);
        }
        return found;
    }

    /** The ratios of a contender's value to another's in the same round. */
    public List<Double> ratios(String contender, String other, Metric metric) {
        return ratios(values(contender, metric), values(other, metric));
    }

    /** The ratios of a contender's value to the largest of the others' in the same round. */
    public List<Double> ratiosToLargest(String contender, List<String> others, Metric metric) {
        List<Double> mine = values(contender, metric);
        List<Double> largest = IntStream.range(0, mine.size())
                .mapToObj(round -> others.stream()
                        .mapToDouble(other -> values(other, metric).get(round))
                        .max()
                        .orElseThrow())
                .toList();
        return ratios(mine, largest);
    }

    private static List<Double> ratios(List<Double> values, List<Double> others) {
        return IntStream.range(0, values.size())
                .mapToObj(round -> values.get(round) / others.get(round))
                .toList();
    }
}
