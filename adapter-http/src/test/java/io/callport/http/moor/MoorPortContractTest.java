package io.callport.http.moor;

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

class MoorPortContractTest implements PortContract {
    private final VendorSandbox sandbox = VendorSandbox.start(0);
    private final HttpPorts ports =
            HttpPorts.open(HttpSettings.DEFAULT, List.of(DocumentedExamples.moor(sandbox.url())));

    @AfterEach
    void close() {
        ports.close();
        sandbox.close();
    }

    @Override
    public Ports ports() {
        return ports.ports("7moor");
    }

    @Override
    public Account account() {
        return DocumentedExamples.MOOR;
    }

    @Override
    public Collection<String> answered() {
        return List.of(
                "number-pool.numbers",
                "number-pool.groups",
                "number-pool.sip-numbers",
                "call-info.answer-rates",
                "agents.list",
                "agents.queues");
    }

    @Override
    public void breakVendor(String bodyText) {
        sandbox.arm(Fault.of(FaultKind.STATUS, Map.of("status", 500, "body", bodyText))
                .times(100));
    }

    @Override
    public String secret() {
        return DocumentedExamples.MOOR_SECRET;
    }
}
