package io.callport.switchboard.simulation;

import io.callport.account.Account;
import io.callport.switchboard.SpentSlots;
import io.callport.switchboard.Switchboard;
import io.callport.switchboard.simulation.rules.SwitchboardModel;
import io.callport.switchboard.simulation.scenario.Scenario;
import io.callport.switchboard.simulation.scenario.Scenario.Profile;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The slots that travel from one instance to the next: ages in whole grains, rounded towards "spent longer". */
record HandedOverSlots(Map<Account, List<SpentSlots>> slots) {
    static HandedOverSlots take(
            Scenario scenario, Switchboard<Long> switchboard, SwitchboardModel model, Duration grain, long now) {
        Map<Account, List<SpentSlots>> slots = new LinkedHashMap<>();
        for (Profile profile : scenario.accounts()) {
            List<SpentSlots> spent = switchboard.spentSlots(profile.account(), now);
            model.handsOver(profile.account(), spent, now);
            if (!spent.isEmpty()) {
                slots.put(
                        profile.account(),
                        spent.stream().map(slot -> coarse(slot, grain)).toList());
            }
        }
        return new HandedOverSlots(slots);
    }

    private static SpentSlots coarse(SpentSlots slots, Duration grain) {
        long nanos = grain.toNanos();
        return new SpentSlots(
                slots.count(), Duration.ofNanos(Math.floorDiv(slots.endedAgo().toNanos(), nanos) * nanos));
    }

    void give(Switchboard<Long> switchboard, SwitchboardModel model, long now) {
        slots.forEach((account, spent) -> {
            switchboard.restore(account, spent, now);
            model.restored(account, spent, now);
        });
    }
}
