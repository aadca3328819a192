package io.callport.system.secrets;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The findings of a scan of a project. */
record Scan(List<String> found, List<String> unseen, Map<String, Integer> filesOfModules, int secrets) {
    private static final int MIN_FORM = 6;

    /** Scans the output of every module's tests for the secrets in all modules' sources. */
    static Scan of(Path project) {
        List<BuildModule> modules = BuildModule.of(project).stream()
                .filter(module -> !module.tests().isEmpty())
                .toList();
        Collection<String> secrets = SecretFinder.in(modules.stream()
                .flatMap(module -> module.sources().stream())
                .map(FileText::of)
                .toList());
        List<String> found = new ArrayList<>();
        List<String> unseen = new ArrayList<>();
        Map<String, Integer> files = new TreeMap<>();
        for (BuildModule module : modules) {
            module.reports().forEach(report -> check(report, FileText.ofReport(report), secrets, found));
            module.printed().forEach(printed -> check(printed, FileText.of(printed), secrets, found));
            files.put(module.name(), module.reports().size() + module.printed().size());
            if (module.reports().size() * 2 < module.tests().size()) {
                unseen.add(module.name() + ": " + module.reports().size() + " reports of "
                        + module.tests().size() + " test classes");
            }
        }
        return new Scan(found, unseen, files, secrets.size());
    }

    /** Adds findings without the secret itself, since the report would print it, too. */
    private static void check(Path file, String text, Collection<String> secrets, List<String> found) {
        for (String secret : secrets) {
            EncodedForms.of(secret).forEach((form, name) -> {
                int at = form.length() < MIN_FORM ? -1 : text.indexOf(form);
                if (at >= 0) {
                    long line = Stream.of(text.substring(0, at))
                            .mapToLong(it -> it.chars().filter(c -> c == '\n').count())
                            .sum();
                    found.add("%s, line %d: a secret that begins with %s…, %s"
                            .formatted(file, line + 1, secret.substring(0, 2), name));
                }
            });
        }
    }
}
