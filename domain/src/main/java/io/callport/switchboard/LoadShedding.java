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

/**
 * S5: chooses the commands to refuse when fewer must be held: commands of the fullest lanes, the oldest of each lane
 * first.
 */
final class LoadShedding {
    private LoadShedding() {}

    /** Chooses that many of these commands, or all; a command in flight only if too few wait. */
    static <T> List<PendingCommand<T>> choose(Collection<PendingCommand<T>> commands, int count) {
        List<PendingCommand<T>> queued =
                commands.stream().filter(PendingCommand::queued).toList();
        List<PendingCommand<T>> chosen = new ArrayList<>(ofTheFullest(queued, count));
        if (chosen.size() < count) {
            List<PendingCommand<T>> inFlight =
                    commands.stream().filter(it -> !it.queued()).toList();
            chosen.addAll(ofTheFullest(inFlight, count - chosen.size()));
        }
        return chosen;
    }

    private static <T> List<PendingCommand<T>> ofTheFullest(List<PendingCommand<T>> commands, int count) {
        Map<Lane<T>, Deque<PendingCommand<T>>> byLane = new HashMap<>();
        commands.stream()
                .sorted(PendingCommand.BY_ARRIVAL)
                .forEach(it -> byLane.computeIfAbsent(it.lane, lane -> new ArrayDeque<>())
                        .add(it));
        Comparator<Deque<PendingCommand<T>>> fullest = Comparator.comparing(Deque::size, Comparator.reverseOrder());
        PriorityQueue<Deque<PendingCommand<T>>> lanes =
                new PriorityQueue<>(fullest.thenComparing(Deque::peekFirst, PendingCommand.BY_ARRIVAL));
        lanes.addAll(byLane.values());
        List<PendingCommand<T>> chosen = new ArrayList<>();
        while (chosen.size() < count && !lanes.isEmpty()) {
            Deque<PendingCommand<T>> lane = lanes.remove();
            chosen.add(lane.removeFirst());
            if (!lane.isEmpty()) {
                lanes.add(lane);
            }
        }
        return chosen;
    }
}
