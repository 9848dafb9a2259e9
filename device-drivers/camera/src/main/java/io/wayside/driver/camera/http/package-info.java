// SPDX-License-Identifier: Apache-2.0
/** Motion JPEG over HTTP. */
@NullMarked
package io.wayside.driver.camera.http;

import org.jspecify.annotations.NullMarked;
