// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.browser;

import io.wayside.core.data.FieldsBuilder;
import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/** One session of the Chrome DevTools Protocol: numbered calls, their answers, and events. */
final class DevTools implements WebSocket.Listener, AutoCloseable {

  private static final long ANSWER_S = 60;

  /** Something that happened in the browser. */
  record Event(String method, Value.Fields params) {}

  private final StringBuilder partial = new StringBuilder();
  private final AtomicLong numbers = new AtomicLong();
  private final Map<Long, CompletableFuture<Value.Fields>> waiting = new ConcurrentHashMap<>();
  private final List<Event> events = new CopyOnWriteArrayList<>();
  private final CompletableFuture<WebSocket> socket = new CompletableFuture<>();

  private DevTools() {}

  static DevTools connect(HttpClient http, URI address) {
    DevTools tools = new DevTools();
    tools.socket.complete(http.newWebSocketBuilder().buildAsync(address, tools).join());
    return tools;
  }

  /** Calls a method and waits for its result. */
  Value.Fields call(String method, Value.Fields params) {
    long number = numbers.incrementAndGet();
    CompletableFuture<Value.Fields> answer = new CompletableFuture<>();
    waiting.put(number, answer);
    FieldsBuilder request =
        Value.Fields.with("id", number).and("method", method).and("params", params);
    try {
      socket.join().sendText(Json.write(request.build()), true).join();
      return answer.get(ANSWER_S, TimeUnit.SECONDS);
    } catch (ExecutionException refused) {
      throw new AssertionError(method + " was refused by the browser", refused.getCause());
    } catch (TimeoutException silent) {
      throw new AssertionError(method + " was not answered within " + ANSWER_S + " s", silent);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(method + " was interrupted", interrupted);
    }
  }

  Value.Fields call(String method) {
    return call(method, new Value.Fields(Map.of()));
  }

  /** All events so far of the domains that were enabled. */
  List<Event> events() {
    return List.copyOf(events);
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      take(partial.toString());
      partial.setLength(0);
    }
    from.request(1);
    return CompletableFuture.completedFuture(null);
  }

  private void take(String message) {
    try {
      Value.Fields fields = (Value.Fields) Json.read(message).root();
      if (fields.get("id") instanceof Value.Whole number) {
        answer(number.value(), fields);
      } else if (fields.get("method") instanceof Value.Text method
          && fields.get("params") instanceof Value.Fields params) {
        events.add(new Event(method.value(), params));
      }
    } catch (GarbledData garbled) {
      waiting.values().forEach(each -> each.completeExceptionally(garbled));
    }
  }

  private void answer(long number, Value.Fields fields) {
    CompletableFuture<Value.Fields> answer = waiting.remove(number);
    if (answer == null) {
      return;
    }
    if (fields.get("result") instanceof Value.Fields result) {
      answer.complete(result);
    } else {
      answer.completeExceptionally(new IllegalStateException(Json.write(fields.get("error"))));
    }
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    waiting.values().forEach(each -> each.completeExceptionally(error));
  }

  @Override
  public void close() {
    socket.join().abort();
  }
}
