package com.example.shop.store;

import com.example.shop.order.Order;
import com.example.shop.order.Orders;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

public final class JdbcOrders implements Orders {
    private final String url;

    public JdbcOrders(String url) {
        this.url = url;
    }

    @Override
    public void keep(Order order) {
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement insert = connection.prepareStatement("insert into orders values (?, ?, ?)")) {
            insert.setString(1, order.id());
            insert.setLong(2, order.cents());
            insert.setObject(3, order.placedAt());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The order could not be kept", e);
        }
    }

    @Override
    public List<Order> all() {
        List<Order> orders = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement select = connection.prepareStatement("select id, cents, placed_at from orders");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                orders.add(row(rows));
            }
            return orders;
        } catch (SQLException e) {
            throw new IllegalStateException("The orders could not be read", e);
        }
    }

    private static Order row(ResultSet rows) throws SQLException {
        return new Order(
                rows.getString(1), rows.getLong(2), rows.getTimestamp(3).toInstant());
    }
}
