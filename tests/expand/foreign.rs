//! Members of types that only serde knows.

use std::net::IpAddr;
use std::time::Duration;

use api_object::{ApiObject, Extra, Nullable};

#[derive(Debug, Clone, PartialEq, ApiObject)]
pub struct Probe {
    #[api(serde(blank = IpAddr::from([0, 0, 0, 0])))]
    target: IpAddr,
    #[api(serde)]
    timeout: Duration,
    #[api(serde, default = Duration::from_secs(1))]
    pause: Duration,
    #[api(status { running => done, done })]
    status: ProbeStatus,
    #[api(serde, set_in(done))]
    route: Option<Vec<IpAddr>>,
    #[api(serde)]
    next: Nullable<IpAddr>,
    #[api(extra)]
    extra: Extra,
}
