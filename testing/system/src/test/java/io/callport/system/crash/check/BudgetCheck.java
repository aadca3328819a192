package io.callport.system.crash.check;

import io.callport.account.Budget;
import io.callport.system.crash.evidence.VendorRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Checks that no half-open window of a budget's length holds more requests of an account than the budget allows. */
public final class BudgetCheck {
    private BudgetCheck() {}

    /**
     * Checks the vendor's log.
     *
     * @param byAccount the vendor's log by account, in order, without the excused requests
     */
    public static CheckResult check(Map<String, List<VendorRequest>> byAccount, Budget budget) {
        List<String> evidence = new ArrayList<>();
        int most = 0;
        int requests = 0;
        for (Map.Entry<String, List<VendorRequest>> account : byAccount.entrySet()) {
            most = Math.max(most, most(account.getKey(), account.getValue(), budget, evidence));
            requests += account.getValue().size();
        }
        return new CheckResult(
                "at most " + budget + " requests at the vendor",
                "accounts %d, requests %d, most in any window %d, windows over the budget %d"
                        .formatted(byAccount.size(), requests, most, evidence.size()),
                evidence);
    }

    /** Checks each window that ends with an arrival; names each arrival of a burst that exceeds the budget. */
    private static int most(String account, List<VendorRequest> arrivals, Budget budget, List<String> evidence) {
        int most = 0;
        int first = 0;
        for (int last = 0; last < arrivals.size(); last++) {
            Instant begin = arrivals.get(last).at().minus(budget.window());
            while (!arrivals.get(first).at().isAfter(begin)) {
                first++;
            }
            int count = last - first + 1;
            most = Math.max(most, count);
            if (count > budget.requests()) {
                evidence.add("%s: %d requests in %s, the last one the one too many:\n    %s"
                        .formatted(account, count, budget.window(), lines(arrivals.subList(first, last + 1))));
            }
        }
        return most;
    }

    private static String lines(List<VendorRequest> arrivals) {
        return String.join(
                "\n    ", arrivals.stream().map(VendorRequest::toString).toList());
    }
}
