//! The Rust half of the comparison of template engines: minijinja. Arguments: a folder with NAME.jinja and NAME.json, then the names.
//! Prints `engine, workload, way, renders per CPU second`; writes the texts to NAME.minijinja.txt.

use minijinja::{Environment, Value};
use std::{env, fs};

const WINDOW: f64 = 0.5;
const WINDOWS: usize = 4;

fn cpu_seconds() -> f64 {
    let mut time = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    unsafe { libc::clock_gettime(libc::CLOCK_PROCESS_CPUTIME_ID, &mut time) };
    time.tv_sec as f64 + time.tv_nsec as f64 / 1e9
}

fn window(render: &dyn Fn() -> String, batch: u64) -> f64 {
    let start = cpu_seconds();
    let mut count = 0;
    let mut characters = 0;
    loop {
        for _ in 0..batch {
            characters += render().len();
        }
        count += batch;
        let used = cpu_seconds() - start;
        if used >= WINDOW {
            assert!(characters > 0);
            return count as f64 / used;
        }
    }
}

fn measure(workload: &str, way: &str, render: &dyn Fn() -> String) {
    let batch = (window(render, 1) / 1000.0).max(1.0) as u64;
    let best = (0..WINDOWS).map(|_| window(render, batch)).fold(0.0, f64::max);
    println!("minijinja\t{workload}\t{way}\t{best:.1}");
}

fn environment() -> Environment<'static> {
    let mut environment = Environment::new();
    environment.set_unknown_method_callback(minijinja_contrib::pycompat::unknown_method_callback);
    minijinja_contrib::add_to_environment(&mut environment);
    environment
}

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let folder = &arguments[0];
    for workload in &arguments[1..] {
        let source = fs::read_to_string(format!("{folder}/{workload}.jinja")).unwrap();
        let text = fs::read_to_string(format!("{folder}/{workload}.json")).unwrap();
        let json: serde_json::Value = serde_json::from_str(&text).unwrap();
        let data = Value::from_serialize(&json);
        let environment = environment();
        let template = environment.template_from_str(&source).unwrap();
        let rendered = template.render(&data).unwrap();
        fs::write(format!("{folder}/{workload}.minijinja.txt"), rendered).unwrap();
        measure(workload, "parsed once", &|| template.render(&data).unwrap());
        measure(workload, "parsed each time", &|| {
            environment.template_from_str(&source).unwrap().render(&data).unwrap()
        });
    }
}
