package io.callport.http.callbot;

import io.callport.account.Account;
import io.callport.contract.PortContract;
import io.callport.http.HttpPorts;
import io.callport.http.fixture.DocumentedExamples;
import io.callport.http.settings.HttpSettings;
import io.callport.query.Ports;
import io.callport.sandbox.VendorSandbox;
import io.callport.sandbox.fault.Fault;
import io.callport.sandbox.fault.FaultKind;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

class CallbotPortContractTest implements PortContract {
    private final VendorSandbox sandbox = VendorSandbox.start(0);
    private final HttpPorts ports =
            HttpPorts.open(HttpSettings.DEFAULT, List.of(DocumentedExamples.callbot(sandbox.url())));

    @AfterEach
    void close() {
        ports.close();
        sandbox.close();
    }

    @Override
    public Ports ports() {
        return ports.ports("callbot");
    }

    @Override
    public Account account() {
        return DocumentedExamples.CALLBOT;
    }

    @Override
    public Collection<String> answered() {
        return List.of(
                "call-info.lookup",
                "call-info.tasks",
                "call-info.calls",
                "call-info.orders",
                "call-info.order-details",
                "call-info.latest-batch");
    }

    @Override
    public void breakVendor(String bodyText) {
        sandbox.arm(Fault.of(FaultKind.STATUS, Map.of("status", 500, "body", bodyText))
                .times(100));
    }

    @Override
    public String secret() {
        return DocumentedExamples.CALLBOT_SECRET;
    }
}
