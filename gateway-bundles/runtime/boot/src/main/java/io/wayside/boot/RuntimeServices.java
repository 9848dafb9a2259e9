// SPDX-License-Identifier: Apache-2.0
package io.wayside.boot;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Filter;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.util.tracker.ServiceTracker;

/**
 * What the runtime bundle offers to this side of the class spaces: services of JDK types only, told
 * apart by the service property {@code wayside.role}.
 */
final class RuntimeServices {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final BundleContext context;

  RuntimeServices(BundleContext context) {
    this.context = context;
  }

  /** Hands configurations in by PID; what became of each, by PID. */
  Optional<Map<String, String>> configure(Map<String, Map<String, Object>> configurations)
      throws InterruptedException {
    return find("configuration", Function.class)
        .map(
            service ->
                RuntimeServices.<Map<String, Map<String, Object>>, Map<String, String>>typed(
                        service)
                    .apply(configurations));
  }

  /** The health of all parts, as JSON. */
  Optional<String> health() throws InterruptedException {
    return find("health", Supplier.class).map(service -> (String) service.get());
  }

  /** Submits a command as JSON; the result as JSON. */
  Optional<String> command(String json) throws InterruptedException {
    return find("command", Function.class)
        .map(service -> RuntimeServices.<String, String>typed(service).apply(json));
  }

  /** Says that the gateway stops in an orderly way, and why; the answer is empty. */
  Optional<String> stopping(String reason) throws InterruptedException {
    return find("stopping", Function.class)
        .map(service -> RuntimeServices.<String, String>typed(service).apply(reason));
  }

  @SuppressWarnings("unchecked") // the role says which function it is
  private static <A, B> Function<A, B> typed(Function<?, ?> service) {
    return (Function<A, B>) service;
  }

  private <S> Optional<S> find(String role, Class<S> type) throws InterruptedException {
    ServiceTracker<S, S> tracker = new ServiceTracker<>(context, filter(role, type), null);
    tracker.open();
    try {
      return Optional.ofNullable(tracker.waitForService(PATIENCE.toMillis()));
    } finally {
      tracker.close();
    }
  }

  private Filter filter(String role, Class<?> type) {
    try {
      return context.createFilter(
          "(&(objectClass=" + type.getName() + ")(wayside.role=" + role + "))");
    } catch (InvalidSyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
