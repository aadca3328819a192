package io.callport.switchboard.simulation.scenario;

import io.callport.query.Outcome;
import io.callport.query.QueryFailure;
import io.callport.query.QueryFailure.Sent;
import io.callport.query.VendorReply;
import io.callport.switchboard.simulation.scenario.Scenario.Profile;
import java.time.Duration;
import java.util.SplittableRandom;

/**
 * The course of one request, decided by the scenario's seed and the request's number on its account, so that it stays
 * the same when other accounts' commands are left out.
 *
 * @param arrivesAt when it reaches the vendor; {@link #NEVER} if it does not
 * @param endsAt when its sender gives up or has a reply
 * @param outcome what its sender has then
 */
public record SimulatedExchange(long arrivesAt, long endsAt, Outcome outcome) {
    public static final long NEVER = Long.MAX_VALUE;

    public static SimulatedExchange of(Scenario scenario, int account, long number, long now) {
        Profile profile = scenario.accounts().get(account);
        SplittableRandom random = new SplittableRandom(scenario.seed() * 31 + account * 1_000_003L + number);
        Fault fault = behavior(scenario, account, now).fault(random);
        long timeout = scenario.timeout().toNanos();
        long ends = now + duration(fault, profile.latency(), timeout, random);
        return new SimulatedExchange(
                arrival(fault, now, ends, timeout, random), ends, outcome(fault, profile, number, random));
    }

    private static VendorBehavior behavior(Scenario scenario, int account, long now) {
        Profile profile = scenario.accounts().get(account);
        long phase = Math.floorDiv(now, profile.behaviorLength());
        int picked = new SplittableRandom(scenario.seed() + phase * 7_919 + account)
                .nextInt(profile.behaviors().size());
        return profile.behaviors().get(picked);
    }

    private static long duration(Fault fault, long latency, long timeout, SplittableRandom random) {
        return switch (fault) {
            case INSTANT -> 0;
            case REQUEST_LOST, REPLY_LOST, LATE_ARRIVAL -> timeout;
            case NOT_SENT -> random.nextInt(3) == 0 ? random.nextLong(timeout + 1) : 0;
            default -> Math.min(timeout, random.nextInt(4) == 0 ? latency : random.nextLong(latency + 1));
        };
    }

    private static long arrival(Fault fault, long now, long ends, long timeout, SplittableRandom random) {
        return switch (fault) {
            case NOT_SENT, REQUEST_LOST -> NEVER;
            case LATE_ARRIVAL -> edge(ends, ends + timeout, random);
            case RESET, BAD_GATEWAY, GARBAGE -> edge(now, ends + timeout, random);
            default -> edge(now, ends, random);
        };
    }

    /** Mostly one of the ends: that is where rules break. */
    private static long edge(long from, long to, SplittableRandom random) {
        int side = random.nextInt(5);
        return side < 2 ? from : side < 4 ? to : random.nextLong(from, to + 1);
    }

    private static Outcome outcome(Fault fault, Profile profile, long number, SplittableRandom random) {
        if (fault.answers()) {
            return new Outcome.Answered(new SimulatedQuery.Reply(number));
        }
        long longest = 2 * profile.budget().window().toNanos();
        Duration wait = fault.wait ? Duration.ofNanos(random.nextLong(longest)) : null;
        VendorReply reply = fault.status == 0 ? null : new VendorReply(fault.status, null, null, null);
        Sent sent = fault.sent;
        return new Outcome.Failed(new QueryFailure(fault.reason, fault.name(), sent, fault.scope(), wait, reply));
    }
}
