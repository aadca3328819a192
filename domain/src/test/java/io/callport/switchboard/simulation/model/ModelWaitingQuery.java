package io.callport.switchboard.simulation.model;

import io.callport.switchboard.simulation.scenario.SimulatedQuery;
import java.util.LinkedHashSet;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/** The commands of one lane that wait for the same query. */
public final class ModelWaitingQuery {
    public final SimulatedQuery query;
    public final Set<ModelCommand> commands = new LinkedHashSet<>();

    /** The numbers of the commands that ever waited here. */
    public final NavigableSet<Long> numbers = new TreeSet<>();

    /** The number of requests for the query that failed in a row. */
    public int failures;

    /** Between which times its backoff ends: the switchboard picks one at random. */
    public long backoffFrom;

    public long backoffTo;

    public ModelWaitingQuery(SimulatedQuery query, long now) {
        this.query = query;
        this.backoffFrom = now;
        this.backoffTo = now;
    }

    /** Its place in its lane, by the first command that ever waited here: the smaller, the earlier. */
    public long place() {
        return numbers.first();
    }

    public long latestDeadline() {
        long latest = Long.MIN_VALUE;
        for (ModelCommand one : commands) {
            latest = Math.max(latest, one.deadline());
        }
        return latest;
    }
}
