// SPDX-License-Identifier: Apache-2.0
@NullMarked
package io.wayside.core.supervision;

import org.jspecify.annotations.NullMarked;
