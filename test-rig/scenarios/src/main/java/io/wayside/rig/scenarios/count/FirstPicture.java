// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.count;

import io.wayside.core.device.Frame;
import io.wayside.core.device.Interruption;
import io.wayside.core.device.Listener;
import io.wayside.core.device.Source.Subscription;
import io.wayside.counting.cli.Wrong;
import io.wayside.driver.camera.Camera;
import java.awt.image.BufferedImage;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;

/** Waits for the first picture of a source, and lets it go. */
final class FirstPicture implements Listener<Frame> {

  private final Function<Frame, BufferedImage> drawn;
  private final CompletableFuture<BufferedImage> first = new CompletableFuture<>();

  private FirstPicture(Function<Frame, BufferedImage> drawn) {
    this.drawn = drawn;
  }

  static BufferedImage of(PictureSource source, Function<Frame, BufferedImage> drawn) throws Wrong {
    FirstPicture picture = new FirstPicture(drawn);
    Camera camera = source.camera();
    Subscription subscription = camera.subscribe(picture);
    try {
      return picture.first.get();
    } catch (ExecutionException none) {
      String why = none.getCause() == null ? "no picture" : none.getCause().getMessage();
      throw new Wrong("--in " + source.place() + ": " + why);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Wrong("--in " + source.place() + ": interrupted");
    } finally {
      subscription.close();
      camera.stop();
    }
  }

  @Override
  public void received(Frame frame) {
    if (!first.isDone()) {
      first.complete(drawn.apply(frame));
    }
  }

  @Override
  public void interrupted(Interruption interruption) {
    first.completeExceptionally(new Wrong(interruption.detail()));
  }
}
