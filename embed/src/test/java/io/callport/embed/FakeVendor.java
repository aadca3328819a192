package io.callport.embed;

import io.callport.account.Account;
import io.callport.callinfo.CallInfo;
import io.callport.callinfo.CallInfoPort;
import io.callport.callinfo.LookupQuery;
import io.callport.query.Ports;
import io.callport.query.QueryFailedException;
import io.callport.query.QueryFailure;
import io.callport.query.QueryFailure.Sent;
import io.callport.query.Reason;
import io.callport.query.VendorFields;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A vendor in this process: it answers with the requested customer, and can be held, refuse or break. */
final class FakeVendor implements Ports, CallInfoPort {
    static final Account A = Account.parse("callbot:a");
    static final Account B = Account.parse("callbot:b");

    final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile CountDownLatch held = new CountDownLatch(0);

    /** Asks about a customer; those whose name starts with held, refused or broken are what they say. */
    static LookupQuery about(String customer) {
        return new LookupQuery(customer, "app", 1);
    }

    static String customer(CallInfo info) {
        return String.valueOf(info.vendorFields().fields().get("asked"));
    }

    /** From now on, requests about held customers do not end until {@link #release}. */
    FakeVendor hold() {
        held = new CountDownLatch(1);
        return this;
    }

    void release() {
        held.countDown();
    }

    @Override
    public <P> P port(Class<P> type) {
        return type.cast(this);
    }

    @Override
    public CallInfo lookup(Account account, LookupQuery query) {
        String customer = query.customerId();
        requests.add(account.key() + "/" + customer);
        if (customer.startsWith("held")) {
            await();
        } else if (customer.startsWith("refused")) {
            throw new QueryFailedException(
                    new QueryFailure(Reason.VENDOR_REFUSED, "No such customer", Sent.YES, null, null));
        } else if (customer.startsWith("broken")) {
            throw new AssertionError("an error inside a port");
        }
        return new CallInfo(new VendorFields(Map.of("asked", customer)));
    }

    private void await() {
        try {
            held.await();
        } catch (InterruptedException e) {
            throw new QueryFailedException(
                    new QueryFailure(Reason.VENDOR_UNAVAILABLE, "Interrupted", Sent.MAYBE, null, null));
        }
    }
}
