package io.callport.kafka.takeover.model.identity;

import io.callport.kafka.takeover.model.identity.Committed.Marker;
import org.jspecify.annotations.Nullable;

/** The model's own decision, as docs/guarantees.md states it, or with one of the mistakes. */
record ModelRule(@Nullable Mistake mistake) implements Decision.Rule {
    @Override
    public Decision decide(Facts facts) {
        Decision decision = decideRightly(facts);
        boolean keepsDone = mistake == Mistake.DONE_CHUNK_KEPT_AFTER_A_RESET && !decision.blocked();
        return keepsDone ? Decision.begin(decision.offset(), true, decision.spent()) : decision;
    }

    private Decision decideRightly(Facts facts) {
        Committed committed = facts.committed();
        Contents contents = facts.contents();
        if (committed == null) {
            return foreign(facts) ? Decision.BLOCKED : Decision.begin(0, false, contents.spent());
        }
        Marker marker = committed.marker();
        if (marker == null) {
            boolean ours = contents.group() == facts.group();
            return Decision.begin(committed.offset(), false, ours ? contents.spent() : Ledger.BUDGET);
        }
        if (lost(facts, marker) || foreign(facts)) {
            return Decision.BLOCKED;
        }
        return marker.topic() == facts.topic()
                ? Decision.begin(committed.offset(), true, contents.spent())
                : Decision.begin(0, false, contents.spent());
    }

    private boolean lost(Facts facts, Marker marker) {
        if (mistake == Mistake.STATE_TOPIC_REPLACED_UNNOTICED) {
            return false;
        }
        return marker.stateTopic() != facts.stateTopic()
                || facts.contents().end() < marker.end()
                || facts.contents().group() == Contents.NOBODY;
    }

    private boolean foreign(Facts facts) {
        int group = facts.contents().group();
        return group != Contents.NOBODY && group != facts.group() && mistake != Mistake.GROUP_NOT_COMPARED;
    }
}
