// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.uplink;

import java.util.concurrent.Semaphore;
import java.util.function.LongFunction;
import org.eclipse.paho.client.mqttv3.IMqttActionListener;
import org.eclipse.paho.client.mqttv3.IMqttToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/**
 * The client library by itself: one connection, QoS 1, never more than a window unacknowledged, set
 * up as the uplink sets it up.
 */
public final class BareClient implements AutoCloseable {

  private static final int QOS_AT_LEAST_ONCE = 1;
  private static final long PATIENCE_MS = 10_000;

  private final MqttAsyncClient client;
  private final int window;
  private final Semaphore free;

  /** Hears of each acknowledgement, on the library's thread. */
  public interface Acknowledged {
    void number(long number);

    /** The connection ended before it was acknowledged. */
    default void lost(long number) {}
  }

  public BareClient(int port, int window) throws MqttException {
    this.window = window;
    this.free = new Semaphore(window);
    this.client = new MqttAsyncClient("tcp://127.0.0.1:" + port, "bare", new MemoryPersistence());
    MqttConnectOptions options = new MqttConnectOptions();
    options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
    options.setCleanSession(true);
    options.setMaxInflight(2 * window + 8); // it frees a place only after its callback returned
    client.connect(options).waitForCompletion(PATIENCE_MS);
  }

  /**
   * Publishes one message as soon as the window allows.
   *
   * @return false when the connection is gone
   */
  public boolean publish(String topic, long number, byte[] payload, Acknowledged acknowledged)
      throws InterruptedException {
    free.acquire();
    try {
      client.publish(
          topic,
          payload,
          QOS_AT_LEAST_ONCE,
          false,
          null,
          new IMqttActionListener() {
            @Override
            public void onSuccess(IMqttToken token) {
              acknowledged.number(number);
              free.release();
            }

            @Override
            public void onFailure(IMqttToken token, Throwable cause) {
              acknowledged.lost(number);
              free.release();
            }
          });
      return true;
    } catch (MqttException gone) {
      free.release();
      return false;
    }
  }

  /** Publishes so many and waits until all are acknowledged; the nanoseconds it took. */
  public long publishAll(String topic, long records, LongFunction<byte[]> payload)
      throws InterruptedException {
    long started = System.nanoTime();
    for (long number = 0; number < records; number++) {
      if (!publish(topic, number, payload.apply(number), done -> {})) {
        throw new IllegalStateException("the broker closed the connection");
      }
    }
    settle();
    return System.nanoTime() - started;
  }

  /** Waits until nothing is in flight. */
  public void settle() throws InterruptedException {
    free.acquire(window);
    free.release(window);
  }

  @Override
  public void close() throws MqttException {
    try {
      client.disconnectForcibly(0, 1000, false);
    } finally {
      client.close(true);
    }
  }
}
