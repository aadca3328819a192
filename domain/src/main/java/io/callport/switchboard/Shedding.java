package io.callport.switchboard;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** S5: who pays when fewer commands must be held: the fullest lanes, the oldest command of each first. */
final class Shedding {
    private Shedding() {}

    /** Chooses that many of these commands, or all; one in flight only if too few wait. */
    static <T> List<Waiting<T>> choose(Collection<Waiting<T>> commands, int count) {
        List<Waiting<T>> waits = commands.stream().filter(Waiting::queued).toList();
        List<Waiting<T>> chosen = new ArrayList<>(ofTheFullest(waits, count));
        if (chosen.size() < count) {
            List<Waiting<T>> flies =
                    commands.stream().filter(it -> !it.queued()).toList();
            chosen.addAll(ofTheFullest(flies, count - chosen.size()));
        }
        return chosen;
    }

    private static <T> List<Waiting<T>> ofTheFullest(List<Waiting<T>> commands, int count) {
        Map<Lane<T>, Deque<Waiting<T>>> byLane = new HashMap<>();
        commands.stream()
                .sorted(Waiting.BY_ARRIVAL)
                .forEach(it -> byLane.computeIfAbsent(it.lane, lane -> new ArrayDeque<>())
                        .add(it));
        Comparator<Deque<Waiting<T>>> fullest = Comparator.comparing(Deque::size, Comparator.reverseOrder());
        PriorityQueue<Deque<Waiting<T>>> lanes =
                new PriorityQueue<>(fullest.thenComparing(Deque::peekFirst, Waiting.BY_ARRIVAL));
        lanes.addAll(byLane.values());
        List<Waiting<T>> chosen = new ArrayList<>();
        while (chosen.size() < count && !lanes.isEmpty()) {
            Deque<Waiting<T>> lane = lanes.remove();
            chosen.add(lane.removeFirst());
            if (!lane.isEmpty()) {
                lanes.add(lane);
            }
        }
        return chosen;
    }
}
