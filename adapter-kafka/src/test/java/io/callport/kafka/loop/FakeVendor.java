package io.callport.kafka.loop;

import io.callport.account.Account;
import io.callport.callinfo.CallInfo;
import io.callport.callinfo.CallInfoPort;
import io.callport.callinfo.LookupQuery;
import io.callport.numberpool.NumberGroup;
import io.callport.numberpool.NumberGroups;
import io.callport.numberpool.NumberGroupsQuery;
import io.callport.numberpool.NumberPoolPort;
import io.callport.query.Ports;
import io.callport.query.QueryFailedException;
import io.callport.query.QueryFailure;
import io.callport.query.Reason;
import io.callport.query.VendorFields;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A vendor in this process: it answers with the requested customer, and can be held or made to answer at length. */
final class FakeVendor implements Ports, NumberPoolPort, CallInfoPort {
    final AtomicInteger requests = new AtomicInteger();
    volatile CountDownLatch slow = new CountDownLatch(0);
    volatile int answerSize = 10;
    volatile boolean compressible;
    volatile Runnable asked = () -> {};

    @Override
    public <P> P port(Class<P> type) {
        return type.cast(this);
    }

    @Override
    public NumberGroups groups(Account account, NumberGroupsQuery query) {
        requests.incrementAndGet();
        asked.run();
        return new NumberGroups(List.of(new NumberGroup("1", text(answerSize), VendorFields.NONE)));
    }

    @Override
    public CallInfo lookup(Account account, LookupQuery query) {
        requests.incrementAndGet();
        asked.run();
        if (query.customerId().startsWith("slow")) {
            await();
        }
        if (query.customerId().startsWith("broken")) {
            throw new IllegalStateException("the vendor said: password=swordfish");
        }
        return new CallInfo(new VendorFields(Map.of("asked", query.customerId())));
    }

    /** Text that lz4 hardly compresses, unless the test wants compressible text. */
    private String text(int length) {
        return compressible
                ? "x".repeat(length)
                : new Random(length)
                        .ints(length, '#', '[') // none that JSON escapes
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private void await() {
        try {
            slow.await();
        } catch (InterruptedException e) {
            throw new QueryFailedException(QueryFailure.notSent(Reason.VENDOR_UNAVAILABLE, "interrupted"));
        }
    }
}
