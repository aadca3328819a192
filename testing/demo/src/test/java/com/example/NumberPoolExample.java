package com.example;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.account.Secret;
import io.callport.embed.Callport;
import io.callport.embed.EmbedSettings;
import io.callport.http.HttpPorts;
import io.callport.http.settings.HttpAccount;
import io.callport.http.settings.HttpSettings;
import io.callport.numberpool.NumberPool;
import io.callport.numberpool.NumbersQuery;
import io.callport.numberpool.PoolNumber;
import io.callport.signing.Algorithm;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;

public class NumberPoolExample {
    public static void main(String[] args) {
        Account account = Account.parse("7moor:2000103");
        Secret secret = Secret.of(args[0]);
        URI url = URI.create(args[1]); // or null, for https://v7openapi.7moor.com
        HttpAccount httpAccount = HttpAccount.of(account, secret, url, Algorithm.SHA256);
        EmbedSettings settings = EmbedSettings.of(Map.of(account, Budget.parse("20/PT1M")));

        try (HttpPorts http = HttpPorts.open(HttpSettings.DEFAULT, List.of(httpAccount));
                Callport callport = Callport.open(settings, http::ports)) { // one for the whole application
            NumberPool pool = callport.ask(account, new NumbersQuery(), Duration.ofSeconds(10))
                    .join();
            for (PoolNumber number : pool.displayNumbers()) {
                System.out.println(number.number() + " " + number.status());
            }
        } catch (CompletionException e) { // a QueryFailedException: a reason and a sentence, never a secret
            System.err.println("No answer: " + e.getCause().getMessage());
        }
    }
}
