// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.mqtt5;

import java.security.KeyStore;
import java.security.Provider;
import javax.net.ssl.ManagerFactoryParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.TrustManagerFactorySpi;
import org.jspecify.annotations.Nullable;

/** A trust manager for a library that asks for a factory. */
final class FixedTrust extends TrustManagerFactory {

  FixedTrust(TrustManager manager) {
    super(new Spi(manager), new Here(), "fixed");
  }

  private static final class Here extends Provider {
    private static final long serialVersionUID = 1L;

    Here() {
      super("Wayside", "1", "a trust manager that is there already");
    }
  }

  private static final class Spi extends TrustManagerFactorySpi {
    private final TrustManager manager;

    Spi(TrustManager manager) {
      this.manager = manager;
    }

    @Override
    protected void engineInit(@Nullable KeyStore ignored) {
      // it is there already
    }

    @Override
    protected void engineInit(@Nullable ManagerFactoryParameters ignored) {
      // it is there already
    }

    @Override
    protected TrustManager[] engineGetTrustManagers() {
      return new TrustManager[] {manager};
    }
  }
}
