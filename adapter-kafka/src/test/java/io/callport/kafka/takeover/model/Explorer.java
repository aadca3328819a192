package io.callport.kafka.takeover.model;

import io.callport.kafka.takeover.model.Exploration.Counterexample;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Visits every state that can be reached, breadth first, so that the first broken promise has the shortest trace.
 * Afterwards it looks for a state from which ordinary steps alone never lead to one at rest: there the system would be
 * blocked for ever.
 */
public final class Explorer<S> {
    /** Faults in a run beyond those of the normal build. */
    public static final int MORE_FAULTS = Integer.getInteger("takeover.model.more-faults", 0);

    private final Model<S> model;
    private final Map<Key, Integer> numbers = new HashMap<>();
    private final List<Visit<S>> visits = new ArrayList<>();
    private final List<int[]> ordinarySteps = new ArrayList<>();
    private long steps;
    private @Nullable Counterexample broken;

    /** A state, and the step by which it was first reached. */
    private record Visit<S>(S state, int from, String step, int depth) {}

    /** A state with its hash: records of small numbers need the hash mixed, and it is used often. */
    private record Key(Object state, int hash) {
        static Key of(Object state) {
            int hash = state.hashCode() * 0x9E3779B9;
            return new Key(state, hash ^ hash >>> 15);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && hash == key.hash && state.equals(key.state);
        }
    }

    private Explorer(Model<S> model) {
        this.model = model;
    }

    public static <S> Exploration explore(Model<S> model) {
        return new Explorer<>(model).explore();
    }

    /** Prints what was explored, for the reports: a failure message has the same text. */
    public static <S> Exploration explore(String name, Model<S> model) {
        long began = System.nanoTime();
        Exploration exploration = new Explorer<>(model).explore();
        System.out.println(
                name + ": " + Duration.ofNanos(System.nanoTime() - began).toMillis() + " ms, " + exploration);
        return exploration;
    }

    private Exploration explore() {
        visit(model.start(), -1, "", 0);
        for (int number = 0; number < visits.size() && broken == null; number++) {
            ordinarySteps.add(expand(number, visits.get(number)));
        }
        return result(broken == null ? blocked() : broken);
    }

    private int[] expand(int number, Visit<S> visit) {
        List<Step<S>> next = model.steps(visit.state());
        steps += next.size();
        int[] ordinary = new int[next.size()];
        int count = 0;
        for (Step<S> step : next) {
            int to = visit(step.next(), number, step.description(), visit.depth() + 1);
            if (step.ordinary()) {
                ordinary[count++] = to;
            }
        }
        return Arrays.copyOf(ordinary, count);
    }

    private int visit(S state, int from, String step, int depth) {
        Integer known = numbers.putIfAbsent(Key.of(model.canonical(state)), visits.size());
        if (known != null) {
            return known;
        }
        visits.add(new Visit<>(state, from, step, depth));
        String promise = broken == null ? model.brokenPromise(state) : null;
        if (promise != null) {
            broken = new Counterexample(promise, trace(visits.size() - 1));
        }
        return visits.size() - 1;
    }

    /** Walks ordinary steps backwards from all states at rest; a state that is not met is blocked. */
    private @Nullable Counterexample blocked() {
        List<List<Integer>> predecessors = predecessors();
        BitSet canSettle = new BitSet(visits.size());
        Deque<Integer> open = new ArrayDeque<>();
        for (int number = 0; number < visits.size(); number++) {
            if (model.isAtRest(visits.get(number).state())) {
                canSettle.set(number);
                open.add(number);
            }
        }
        while (!open.isEmpty()) {
            for (int before : predecessors.get(open.remove())) {
                if (!canSettle.get(before)) {
                    canSettle.set(before);
                    open.add(before);
                }
            }
        }
        int first = canSettle.nextClearBit(0);
        return first < visits.size() ? new Counterexample("blocked for ever", trace(first)) : null;
    }

    private List<List<Integer>> predecessors() {
        List<List<Integer>> predecessors = new ArrayList<>(visits.size());
        for (int number = 0; number < visits.size(); number++) {
            predecessors.add(new ArrayList<>(2));
        }
        for (int number = 0; number < visits.size(); number++) {
            for (int to : ordinarySteps.get(number)) {
                predecessors.get(to).add(number);
            }
        }
        return predecessors;
    }

    private List<String> trace(int last) {
        List<String> trace = new ArrayList<>();
        for (int number = last;
                visits.get(number).from() >= 0;
                number = visits.get(number).from()) {
            trace.add(visits.get(number).step());
        }
        Collections.reverse(trace);
        return trace;
    }

    private Exploration result(@Nullable Counterexample counterexample) {
        return new Exploration(
                visits.size(), steps, visits.get(visits.size() - 1).depth(), counterexample);
    }
}
