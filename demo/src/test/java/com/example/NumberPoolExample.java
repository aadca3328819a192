package com.example;

import io.callport.account.Account;
import io.callport.account.Secret;
import io.callport.http.HttpAccount;
import io.callport.http.HttpPorts;
import io.callport.http.HttpSettings;
import io.callport.numberpool.NumberPool;
import io.callport.numberpool.NumberPoolPort;
import io.callport.numberpool.Numbers;
import io.callport.numberpool.PoolNumber;
import io.callport.query.QueryFailedException;
import io.callport.signing.Algorithm;
import java.net.URI;
import java.util.List;

public class NumberPoolExample {
    public static void main(String[] args) {
        Account account = Account.parse("7moor:2000103");
        Secret secret = Secret.of(args[0]);
        URI url = URI.create(args[1]); // or null, for https://v7openapi.7moor.com
        HttpAccount access = new HttpAccount(account, secret, url, Algorithm.SHA256);

        try (HttpPorts http = HttpPorts.open(HttpSettings.DEFAULT, List.of(access))) {
            NumberPoolPort port = http.ports("7moor").port(NumberPoolPort.class);
            NumberPool pool = port.numbers(account, new Numbers());
            for (PoolNumber number : pool.displayNumbers()) {
                System.out.println(number.number() + " " + number.status());
            }
        } catch (QueryFailedException e) {
            System.err.println("No answer: " + e.getMessage()); // a reason and a sentence, never a secret
        }
    }
}
