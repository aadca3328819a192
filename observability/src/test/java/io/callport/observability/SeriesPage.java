package io.callport.observability;

import java.util.Map;
import java.util.TreeMap;

/** The series of a page in Prometheus's text format. */
public final class SeriesPage {
    private SeriesPage() {}

    /**
     * Each series' value by its name and labels, as in {@code callport_ready{}}; series whose name does not match are
     * left out.
     */
    public static Map<String, Double> values(String page, String names) {
        Map<String, Double> values = new TreeMap<>();
        page.lines().filter(line -> line.matches("(?:" + names + ").*")).forEach(line -> {
            int end = line.lastIndexOf(' ');
            String series = line.substring(0, end);
            values.put(
                    series.endsWith("}") ? series.replace(",}", "}") : series + "{}",
                    Double.parseDouble(line.substring(end + 1)));
        });
        return values;
    }
}
