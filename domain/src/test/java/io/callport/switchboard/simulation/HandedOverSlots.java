package io.callport.switchboard.simulation;

import io.callport.account.Account;
import io.callport.switchboard.SpentSlot;
import io.callport.switchboard.Switchboard;
import io.callport.switchboard.simulation.rules.SwitchboardModel;
import io.callport.switchboard.simulation.scenario.Scenario;
import io.callport.switchboard.simulation.scenario.Scenario.Profile;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The slots that travel from one instance to the next: ages in whole grains, rounded towards "spent longer". */
record HandedOverSlots(Map<Account, List<SpentSlot>> slots) {
    static HandedOverSlots take(Scenario scenario, Switchboard<Long> board, Duration grain, long now) {
        Map<Account, List<SpentSlot>> slots = new LinkedHashMap<>();
        for (Profile profile : scenario.accounts()) {
            List<SpentSlot> spent = board.spentSlots(profile.account(), now);
            if (!spent.isEmpty()) {
                slots.put(
                        profile.account(),
                        spent.stream().map(slot -> coarse(slot, grain)).toList());
            }
        }
        return new HandedOverSlots(slots);
    }

    private static SpentSlot coarse(SpentSlot slot, Duration grain) {
        Duration ago = slot.endedAgo();
        if (ago == null) {
            return slot;
        }
        long nanos = grain.toNanos();
        return new SpentSlot(Duration.ofNanos(Math.floorDiv(ago.toNanos(), nanos) * nanos));
    }

    void give(Switchboard<Long> board, SwitchboardModel model, long now) {
        slots.forEach((account, spent) -> {
            board.restore(account, spent, now);
            model.restored(account, spent, now);
        });
    }
}
