package io.callport.benchmarks.comparison.request;

import io.callport.account.Account;
import io.callport.account.Secret;
import io.callport.benchmarks.comparison.Comparison;
import io.callport.benchmarks.comparison.Measurements;
import io.callport.benchmarks.comparison.Rounds;
import io.callport.benchmarks.comparison.RunContext;
import io.callport.benchmarks.report.ComparisonReport;
import io.callport.benchmarks.report.Figure;
import io.callport.benchmarks.report.Goal;
import io.callport.benchmarks.report.Metric;
import io.callport.benchmarks.report.Numbers;
import io.callport.benchmarks.report.Verdict;
import io.callport.benchmarks.vendor.BareCallbot;
import io.callport.benchmarks.vendor.CallbotStandIn;
import io.callport.benchmarks.vendor.Capacity;
import io.callport.benchmarks.vendor.JdkBareClient;
import io.callport.benchmarks.vendor.OkHttpBareClient;
import io.callport.callinfo.CallInfoPort;
import io.callport.callinfo.LookupQuery;
import io.callport.http.HttpPorts;
import io.callport.http.settings.HttpAccount;
import io.callport.http.settings.HttpSettings;
import io.callport.signing.Algorithm;
import java.util.ArrayList;
import java.util.List;

/**
 * B2: one request through Callport's port, through the JDK's bare client, and through the best bare client, at a vendor
 * on loopback that answers at once.
 */
public final class PortRequest implements Comparison {
    private static final Account ACCOUNT = new Account("callbot", "Vh71ym3yQwWSYZFpqkFwTskGXUbSxDtR");
    private static final String CALLPORT = "Callport's port";
    private static final String JDK = "bare HttpClient and Jackson";
    private static final String OK_HTTP = "bare OkHttp and Jackson";

    private record Contender(String name, RequestThreads.Question question) {}

    @Override
    public String id() {
        return "B2";
    }

    @Override
    public String title() {
        return "One request through a port, 1 and 64 in parallel, beside bare clients and Jackson doing the same";
    }

    @Override
    public ComparisonReport measure(RunContext run) throws Exception {
        List<Figure> figures = new ArrayList<>();
        List<Verdict> verdicts = new ArrayList<>();
        try (CallbotStandIn vendor = CallbotStandIn.start();
                HttpPorts ports = open(vendor);
                BareCallbot jdk = new BareCallbot(vendor.url(), new JdkBareClient());
                BareCallbot okHttp = new BareCallbot(vendor.url(), new OkHttpBareClient())) {
            CallInfoPort port = ports.ports(ACCOUNT.vendor()).port(CallInfoPort.class);
            double capacity = Capacity.perSecond(vendor, run.pick(200_000, 50_000, 640));
            for (int parallel : List.of(1, 64)) {
                Measurements measurements = measure(
                        run,
                        vendor,
                        List.of(
                                new Contender(CALLPORT, n -> port.lookup(ACCOUNT, query(n))),
                                new Contender(JDK, n -> jdk.lookup(ACCOUNT.key(), "customer-" + n)),
                                new Contender(OK_HTTP, n -> okHttp.lookup(ACCOUNT.key(), "customer-" + n))),
                        parallel);
                String prefix = parallel + " in parallel: ";
                figures.addAll(measurements.figures(prefix));
                for (Metric metric : List.of(RequestThreads.TIME, RequestThreads.PROCESSOR)) {
                    verdicts.add(verdict(measurements, prefix, metric, JDK, Goal.atMost(0.5)));
                    verdicts.add(verdict(measurements, prefix, metric, OK_HTTP, Goal.atMost(1.3)));
                }
            }
            return new ComparisonReport(id(), title(), figures, verdicts, notes(capacity));
        }
    }

    private Measurements measure(RunContext run, CallbotStandIn vendor, List<Contender> contenders, int parallel)
            throws Exception {
        int requests = run.pick(parallel == 1 ? 6_000 : 20_000, parallel == 1 ? 2_000 : 6_000, 64);
        try (RequestThreads threads = new RequestThreads(vendor, parallel)) {
            Rounds rounds = new Rounds(id() + "  " + parallel + " in parallel");
            for (Contender contender : contenders) {
                rounds.add(contender.name(), () -> threads.ask(contender.question(), requests));
            }
            return rounds.run(run.pick(3, 2, 0), run.pick(9, 5, 2), run);
        }
    }

    private static Verdict verdict(Measurements measurements, String prefix, Metric metric, String beside, Goal goal) {
        String what = metric.equals(RequestThreads.TIME) ? "time" : "processor time";
        String claim = prefix + what + ", as a multiple of that of " + beside;
        return new Verdict(claim, measurements.ratios(CALLPORT, beside, metric), goal);
    }

    private static List<String> notes(double capacity) {
        return List.of(
                "All sign, check the answer's signature and read the answer as a tree.",
                "A request that fails is made once more, in the same time; how many were is in the table.",
                "Processor time is the whole process's without the vendor's thread.",
                "The vendor alone answers " + Numbers.text(capacity) + " requests/s over 64 connections.");
    }

    private static LookupQuery query(int number) {
        return new LookupQuery("customer-" + number, "k", 1);
    }

    private static HttpPorts open(CallbotStandIn vendor) {
        Secret secret = Secret.of(BareCallbot.SECRET);
        return HttpPorts.open(
                HttpSettings.DEFAULT, List.of(new HttpAccount(ACCOUNT, secret, vendor.url(), Algorithm.MD5)));
    }
}
